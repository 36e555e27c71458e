/** Who may come in, and what each may do. Never how somebody proves who he is on the wire. */
@NullMarked
package dev.baton.account;

import org.jspecify.annotations.NullMarked;
