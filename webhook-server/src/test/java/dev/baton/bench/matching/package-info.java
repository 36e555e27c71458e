/** How fast tags are found in leads, and how fast others find the same ones. */
package dev.baton.bench.matching;
