/** What holds when the server is killed again and again. Run by hand for long, by tests briefly. */
package dev.baton.proof;
