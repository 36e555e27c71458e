package dev.baton.hubspot;

import dev.baton.crm.CrmAccount.Finding;
import dev.baton.hubspot.HubSpotDefinitions.Definition;
import dev.baton.hubspot.client.HubSpotFault;
import dev.baton.hubspot.client.HubSpotProperties;
import dev.baton.hubspot.client.HubSpotProperty;
import dev.baton.hubspot.client.HubSpotProperty.Option;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Baton's own fields of the records that are routed: looked at, and created where they lack. */
final class HubSpotOwnFields {
  private final RoutedObject kind;
  private final HubSpotProperties properties;
  private final HubSpotDefinitions packaged = HubSpotDefinitions.packaged();
  private final Supplier<? extends Collection<String>> tags;

  /**
   * @param tags the names of the company's tags, which people can give a record by hand
   */
  HubSpotOwnFields(
      RoutedObject kind,
      HubSpotProperties properties,
      Supplier<? extends Collection<String>> tags) {
    this.kind = kind;
    this.properties = properties;
    this.tags = tags;
  }

  Set<String> names() {
    return packaged.all().stream().map(Definition::name).collect(Collectors.toSet());
  }

  /** What there is of them among the fields the account has. */
  List<Finding> look(List<HubSpotProperty> there) {
    return packaged.of(kind).stream().map(each -> look(each, named(each, there))).toList();
  }

  /** Creates those that lack, and the values to choose from that lack. */
  List<Finding> create() {
    List<HubSpotProperty> there = properties.all(kind.object());
    boolean complete = packaged.of(kind).stream().allMatch(d -> named(d, there).isPresent());
    if (!complete) unlessThere(this::createGroup);
    return packaged.of(kind).stream().map(each -> create(each, named(each, there))).toList();
  }

  private Finding create(Definition definition, Optional<HubSpotProperty> there) {
    try {
      if (there.isEmpty()) return create(definition);
      Finding look = look(definition, there);
      if (look.ok() || !sameType(definition, there.get())) return look;
      Map<String, Option> options = byValue(there.get().options());
      byValue(wanted(definition)).forEach(options::putIfAbsent);
      properties.setOptions(kind.object(), definition.name(), List.copyOf(options.values()));
      return Finding.fine(what(definition));
    } catch (HubSpotFault fault) {
      return HubSpotAdvice.of(what(definition), fault);
    }
  }

  private Finding create(Definition definition) {
    List<Option> options = wanted(definition);
    if (definition.choosesTags() && options.isEmpty()) return noTagsYet(definition);
    HubSpotProperty property = definition.property().choosing(options);
    unlessThere(() -> properties.create(kind.object(), property));
    return Finding.fine(what(definition));
  }

  private Finding look(Definition definition, Optional<HubSpotProperty> there) {
    String what = what(definition);
    if (there.isEmpty()) {
      return definition.choosesTags() && wanted(definition).isEmpty()
          ? noTagsYet(definition)
          : Finding.wrong(what, "Let Baton prepare the account: it creates this field.");
    }
    if (!sameType(definition, there.get())) {
      return Finding.wrong(
          what,
          "HubSpot has a field of this name that holds %s, but Baton needs one that holds %s. Delete"
                  .formatted(there.get().type(), definition.property().type())
              + " it in HubSpot's settings under Properties, then let Baton prepare the account.");
    }
    String lacking =
        wanted(definition).stream()
            .map(Option::value)
            .filter(value -> !byValue(there.get().options()).containsKey(value))
            .collect(Collectors.joining(", "));
    return lacking.isEmpty()
        ? Finding.fine(what)
        : Finding.wrong(
            what, "Let Baton prepare the account: it adds these values to choose: " + lacking);
  }

  /** HubSpot takes no field to choose from without a choice, and Baton makes up no tag. */
  private Finding noTagsYet(Definition definition) {
    return Finding.wrong(
        what(definition),
        "HubSpot needs at least one value to choose. Publish the first tags in Baton, then let it"
            + " prepare the account; until then nobody can give tags by hand in HubSpot.");
  }

  /** HubSpot joins chosen values with semicolons, so a tag that has one cannot be chosen. */
  private List<Option> wanted(Definition definition) {
    Map<String, Option> wanted = byValue(definition.property().options());
    if (definition.choosesTags()) {
      tags.get().stream()
          .filter(tag -> !tag.isBlank() && !tag.contains(";"))
          .forEach(tag -> wanted.putIfAbsent(tag, new Option(tag, tag)));
    }
    return List.copyOf(wanted.values());
  }

  private void createGroup() {
    properties.createGroup(kind.object(), packaged.group(), packaged.groupLabel());
  }

  private static void unlessThere(Runnable creation) {
    try {
      creation.run();
    } catch (HubSpotFault fault) {
      if (!fault.answered(409)) throw fault;
    }
  }

  private String what(Definition definition) {
    return "Field " + definition.name() + " of " + kind.object();
  }

  private static boolean sameType(Definition definition, HubSpotProperty there) {
    return definition.property().type().equals(there.type());
  }

  private static Optional<HubSpotProperty> named(
      Definition definition, List<HubSpotProperty> there) {
    return there.stream().filter(p -> p.name().equals(definition.name())).findFirst();
  }

  private static Map<String, Option> byValue(List<Option> options) {
    Map<String, Option> byValue = new LinkedHashMap<>();
    options.forEach(option -> byValue.put(option.value(), option));
    return byValue;
  }
}
