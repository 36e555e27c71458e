/** Requests in, answers out: routes, limits, errors, headers. Never what a lead is. */
@NullMarked
package dev.baton.server.http;

import org.jspecify.annotations.NullMarked;
