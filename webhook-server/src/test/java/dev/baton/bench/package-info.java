/** Benchmarks: each measures Baton beside its baseline in one run and prints the ratio. */
package dev.baton.bench;
