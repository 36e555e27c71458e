package dev.baton.salesforce;

import static dev.baton.salesforce.SalesforceFields.ACTIVE;
import static dev.baton.salesforce.SalesforceFields.COMMENT;
import static dev.baton.salesforce.SalesforceFields.CONTACT_STATUS;
import static dev.baton.salesforce.SalesforceFields.DEAL_STATUS;
import static dev.baton.salesforce.SalesforceFields.EXPECTED_CURRENCY;
import static dev.baton.salesforce.SalesforceFields.EXPECTED_VALUE;
import static dev.baton.salesforce.SalesforceFields.GIVEN_TAGS;
import static dev.baton.salesforce.SalesforceFields.OFFER_KEY;
import static dev.baton.salesforce.SalesforceFields.OFFER_RESPONSE;
import static dev.baton.salesforce.SalesforceFields.OWNER;
import static dev.baton.salesforce.SalesforceFields.REASON;
import static dev.baton.salesforce.SalesforceFields.TASK;

import dev.baton.crm.CrmAccount.Finding;
import dev.baton.crm.StatusMapping.Pair;
import dev.baton.salesforce.client.SalesforceApi;
import dev.baton.salesforce.client.SalesforceFault;
import dev.baton.salesforce.client.SalesforceSchema;
import dev.baton.salesforce.client.SalesforceSchema.Rights;
import dev.baton.salesforce.client.SalesforceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks whether Baton can do its work in an org: session, fields, rights, statuses, users. */
final class SalesforceCheck {
  /** Baton's own fields of a routed record that it writes. */
  private static final List<String> WRITTEN =
      List.of(
          OFFER_RESPONSE, CONTACT_STATUS, DEAL_STATUS, EXPECTED_VALUE, EXPECTED_CURRENCY, REASON);

  /** Those that people write for Baton to read. */
  private static final List<String> READ = List.of(GIVEN_TAGS, COMMENT);

  private final SalesforceSettings settings;
  private final RoutedObject kind;
  private final SalesforceApi api;

  SalesforceCheck(SalesforceSettings settings, SalesforceApi api) {
    this.settings = settings;
    this.kind = RoutedObject.of(settings.object());
    this.api = api;
  }

  /** Everything there is to look at; only the connection where there is none. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    try {
      findings.add(Finding.fine("Connection to " + api.me().organizationName()));
    } catch (SalesforceFault fault) {
      return List.of(SalesforceAdvice.of("Connection to Salesforce", fault));
    }
    findings.addAll(installed());
    findings.addAll(asking("Users", () -> List.of(users())));
    return findings;
  }

  /** What Baton's package brings, and what its permission sets allow. */
  List<Finding> installed() {
    List<Finding> findings = new ArrayList<>(asking(kind.object(), this::record));
    findings.addAll(asking(TASK, this::task));
    return findings;
  }

  private List<Finding> record() {
    SalesforceSchema schema = api.describe(kind.object());
    List<Finding> findings = new ArrayList<>();
    findings.add(owning(schema));
    WRITTEN.forEach(field -> findings.add(own(schema, field, true)));
    READ.forEach(field -> findings.add(own(schema, field, false)));
    settings.furtherFields().stream()
        .filter(field -> !schema.fields().containsKey(field))
        .map(
            field ->
                Finding.wrong(
                    named(schema, field),
                    "Baton's settings name this field, but the user Baton works as does not see it."
                        + " Correct the name in the settings, or let the user read the field."))
        .forEach(findings::add);
    if (!settings.statuses().pairs().isEmpty()) findings.add(status(schema));
    return findings;
  }

  private List<Finding> task() {
    SalesforceSchema schema = api.describe(TASK);
    Optional<Rights> key = rights(schema, OFFER_KEY);
    List<Finding> findings = new ArrayList<>();
    findings.add(
        schema.createable() && schema.updateable()
            ? Finding.fine("Tasks")
            : Finding.wrong("Tasks", "Let the user Baton works as create and edit tasks."));
    findings.add(own(schema, OFFER_RESPONSE, true));
    findings.add(
        key.filter(Rights::externalId).filter(Rights::createable).isPresent()
            ? Finding.fine(named(schema, OFFER_KEY))
            : Finding.wrong(named(schema, OFFER_KEY), SalesforceAdvice.INSTALL));
    return findings;
  }

  private static Finding owning(SalesforceSchema schema) {
    boolean may =
        schema.updateable() && rights(schema, OWNER).filter(Rights::updateable).isPresent();
    return may
        ? Finding.fine("Owners of " + schema.object() + " can be set")
        : Finding.wrong("Owners of " + schema.object() + " can be set", SalesforceAdvice.INSTALL);
  }

  private static Finding own(SalesforceSchema schema, String field, boolean written) {
    boolean usable =
        rights(schema, field).filter(found -> !written || found.updateable()).isPresent();
    return usable
        ? Finding.fine(named(schema, field))
        : Finding.wrong(named(schema, field), SalesforceAdvice.INSTALL);
  }

  private Finding status(SalesforceSchema schema) {
    String name =
        settings.statuses().field().isEmpty()
            ? kind.progress().status()
            : settings.statuses().field();
    Optional<Rights> field = rights(schema, name).filter(Rights::updateable);
    if (field.isEmpty()) {
      return Finding.wrong(
          named(schema, name),
          "Baton's settings map the values of this field, but the user Baton works as cannot change"
              + " it. Correct the name in the settings, or let the user edit the field.");
    }
    Set<String> values = Set.copyOf(field.get().values());
    String unknown =
        settings.statuses().pairs().stream()
            .map(Pair::value)
            .filter(value -> !values.isEmpty() && !values.contains(value))
            .collect(Collectors.joining(", "));
    return unknown.isEmpty()
        ? Finding.fine(named(schema, name))
        : Finding.wrong(
            named(schema, name),
            "Salesforce does not know these values: "
                + unknown
                + ". Correct them in Baton's settings; the API name counts, not the label.");
  }

  private Finding users() {
    int active = api.query("SELECT Id FROM User WHERE " + ACTIVE + " = true").size();
    // One is the user Baton works as.
    return active > 1
        ? Finding.fine("Users: " + active + " active")
        : Finding.wrong(
            "Users: none but Baton's own is active",
            "Nobody in Salesforce can own records. Invite the agents as users of Salesforce first.");
  }

  private static Optional<Rights> rights(SalesforceSchema schema, String field) {
    return Optional.ofNullable(schema.fields().get(field));
  }

  private static String named(SalesforceSchema schema, String field) {
    return "Field " + field + " of " + schema.object();
  }

  private static List<Finding> asking(String what, Supplier<List<Finding>> look) {
    try {
      return look.get();
    } catch (SalesforceFault fault) {
      return List.of(SalesforceAdvice.of(what, fault));
    }
  }
}
