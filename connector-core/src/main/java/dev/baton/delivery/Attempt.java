package dev.baton.delivery;

import dev.baton.company.CompanyId;
import java.time.Duration;
import java.time.Instant;

/**
 * One try to deliver a promise, or to work on a notice.
 *
 * @param subject the promise or notice
 * @param number 1 for the first
 * @param asked what was asked of the CRM, in words
 * @param status one word: what kind of answer it was
 * @param answer what came back, in words
 */
public record Attempt(
    CompanyId company,
    long subject,
    int number,
    Instant startedAt,
    Duration took,
    String asked,
    String status,
    String answer) {}
