/** The channels by which people are told, and the words. Never whom, when or whether. */
@NullMarked
package dev.baton.server.notify;

import org.jspecify.annotations.NullMarked;
