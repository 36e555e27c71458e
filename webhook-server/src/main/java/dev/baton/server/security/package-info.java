/** Who may do what: tokens, links, nonces, the key. */
@NullMarked
package dev.baton.server.security;

import org.jspecify.annotations.NullMarked;
