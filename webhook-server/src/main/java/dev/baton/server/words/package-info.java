/** What pages say, in the language of who reads them. */
@NullMarked
package dev.baton.server.words;

import org.jspecify.annotations.NullMarked;
