package dev.baton.hubspot;

import static dev.baton.hubspot.HubSpotFields.TASKS;

import dev.baton.crm.CrmAccount.Finding;
import dev.baton.crm.StatusMapping;
import dev.baton.crm.StatusMapping.Pair;
import dev.baton.hubspot.client.HubSpotApi;
import dev.baton.hubspot.client.HubSpotFault;
import dev.baton.hubspot.client.HubSpotOwners;
import dev.baton.hubspot.client.HubSpotPipelines;
import dev.baton.hubspot.client.HubSpotPipelines.Stage;
import dev.baton.hubspot.client.HubSpotProperties;
import dev.baton.hubspot.client.HubSpotProperty;
import dev.baton.hubspot.client.HubSpotProperty.Option;
import dev.baton.hubspot.client.HubSpotSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks whether Baton can do its work in an account: rights, fields, statuses, owners, tasks. */
final class HubSpotCheck {
  private static final String CONNECTION = "Connection to HubSpot";
  private static final String WRITE_CONTACTS = "crm.objects.contacts.write";
  private static final List<String> SCOPES =
      List.of("crm.objects.contacts.read", WRITE_CONTACTS, "crm.objects.owners.read");

  private final HubSpotSettings settings;
  private final RoutedObject kind;
  private final HubSpotScopes scopes;
  private final HubSpotProperties properties;
  private final HubSpotPipelines pipelines;
  private final HubSpotOwners owners;
  private final HubSpotOwnFields ownFields;

  HubSpotCheck(
      HubSpotSettings settings, HubSpotApi api, HubSpotScopes scopes, HubSpotOwnFields ownFields) {
    this.settings = settings;
    this.kind = RoutedObject.of(settings.object());
    this.scopes = scopes;
    this.properties = new HubSpotProperties(api);
    this.pipelines = new HubSpotPipelines(api);
    this.owners = new HubSpotOwners(api);
    this.ownFields = ownFields;
  }

  /** Everything there is to look at; only the connection where there is none. */
  List<Finding> findings() {
    Optional<List<String>> granted;
    try {
      granted = scopes.granted();
      open();
    } catch (HubSpotFault fault) {
      return List.of(HubSpotAdvice.of(CONNECTION, fault));
    }
    List<Finding> findings = new ArrayList<>(List.of(Finding.fine(CONNECTION)));
    granted.ifPresent(rights -> findings.addAll(rights(rights)));
    findings.addAll(asking("Fields of " + kind.object(), this::fields));
    findings.addAll(asking("Owners", () -> List.of(owners())));
    findings.addAll(asking("Tasks", this::tasks));
    return findings;
  }

  /** An answer to anything shows that the token opens the account, even "you may not". */
  private void open() {
    try {
      properties.all(TASKS);
    } catch (HubSpotFault fault) {
      if (!fault.answered(403)) throw fault;
    }
  }

  private List<Finding> rights(List<String> granted) {
    return Stream.concat(SCOPES.stream(), kind.scopes().stream())
        .map(
            scope ->
                granted.contains(scope)
                    ? Finding.fine("Right " + scope)
                    : Finding.wrong("Right " + scope, HubSpotAdvice.CONNECT_AGAIN))
        .toList();
  }

  private List<Finding> fields() {
    List<HubSpotProperty> there = properties.all(kind.object());
    List<Finding> findings = new ArrayList<>(ownFields.look(there));
    Set<String> names = there.stream().map(HubSpotProperty::name).collect(Collectors.toSet());
    named().stream()
        .filter(name -> !names.contains(name))
        .map(
            name ->
                Finding.wrong(
                    "Field " + name + " of " + kind.object(),
                    "Baton's settings name this field, but HubSpot does not have it. Correct the"
                        + " name in the settings, or create the field in HubSpot."))
        .forEach(findings::add);
    if (!settings.statuses().pairs().isEmpty()) findings.add(status(there));
    return findings;
  }

  /**
   * The properties of contacts an admin has named; Baton's own are looked at apart. Those of
   * another kind may be its contact's, so nothing can be told of them.
   */
  private Set<String> named() {
    if (kind != RoutedObject.CONTACTS) return Set.of();
    Set<String> named = new LinkedHashSet<>(settings.furtherProperties());
    named.add(settings.subjectProperty());
    named.removeAll(ownFields.names());
    named.remove("");
    return named;
  }

  private Finding status(List<HubSpotProperty> there) {
    StatusMapping statuses = settings.statuses();
    String name = statuses.field().isEmpty() ? kind.statusProperty() : statuses.field();
    String what = "Status " + name + " of " + kind.object();
    Optional<HubSpotProperty> field =
        there.stream().filter(property -> property.name().equals(name)).findFirst();
    if (field.isEmpty()) {
      return Finding.wrong(
          what,
          "Baton's settings map the values of this field, but HubSpot does not have it. Correct"
              + " the name in the settings.");
    }
    Set<String> values = values(field.get());
    String unknown =
        statuses.pairs().stream()
            .map(Pair::value)
            .filter(value -> !values.contains(value))
            .collect(Collectors.joining(", "));
    return unknown.isEmpty()
        ? Finding.fine(what)
        : Finding.wrong(
            what,
            "HubSpot does not know these values, and would refuse feedback that stands for them: "
                + unknown
                + ". Correct them in Baton's settings; the internal name counts, not the label.");
  }

  /**
   * The values there are: the options of the field, or the stages where it belongs to pipelines.
   */
  private Set<String> values(HubSpotProperty field) {
    boolean stage =
        field.name().equals(kind.statusProperty()) && !kind.progress().pipeline().isEmpty();
    return stage
        ? pipelines.stages(kind.object()).stream().map(Stage::id).collect(Collectors.toSet())
        : field.options().stream().map(Option::value).collect(Collectors.toSet());
  }

  private Finding owners() {
    long active = owners.all(false).stream().filter(owner -> !owner.archived()).count();
    return active > 0
        ? Finding.fine("Owners: " + active + " active")
        : Finding.wrong(
            "Owners: none active",
            "Nobody in HubSpot can own records. Invite the agents as users of HubSpot first.");
  }

  /** A task needs no right of its own: who may change contacts may create tasks. */
  private List<Finding> tasks() {
    properties.all(TASKS);
    return List.of(Finding.fine("Tasks"));
  }

  private static List<Finding> asking(String what, Supplier<? extends Collection<Finding>> look) {
    try {
      return List.copyOf(look.get());
    } catch (HubSpotFault fault) {
      return List.of(HubSpotAdvice.of(what, fault));
    }
  }
}
