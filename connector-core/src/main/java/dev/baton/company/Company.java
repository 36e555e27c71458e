package dev.baton.company;

import java.time.ZoneId;

/** A company that Baton routes leads for. */
public record Company(CompanyId id, String name, ZoneId zone) {}
