/**
 * What Baton asks of a CRM, in Baton's words. Never how one CRM says it: that is the adapters'
 * business.
 */
@NullMarked
package dev.baton.crm;

import org.jspecify.annotations.NullMarked;
