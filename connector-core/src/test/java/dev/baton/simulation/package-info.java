/**
 * Whether the rules of rotation hold in a world that does its worst: many random lives of leads,
 * each the same again for the same seed. Knows no database and no real clock.
 */
package dev.baton.simulation;
