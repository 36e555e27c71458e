/**
 * What a file says of a company's people, and what would become of them by it. Never who comes in.
 */
@NullMarked
package dev.baton.server.people.file;

import org.jspecify.annotations.NullMarked;
