/**
 * What becomes of leads in the CRM when something goes wrong: one thing at each point of the
 * write-back, or the CRM for hours.
 */
package dev.baton.proof.faults;
