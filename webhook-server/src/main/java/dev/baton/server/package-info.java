/** The only module that knows everything: puts the parts together and starts them. */
@NullMarked
package dev.baton.server;

import org.jspecify.annotations.NullMarked;
