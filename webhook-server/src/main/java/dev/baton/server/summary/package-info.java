/** How a language model is asked what a lead is about. Never what it may be told. */
@NullMarked
package dev.baton.server.summary;

import org.jspecify.annotations.NullMarked;
