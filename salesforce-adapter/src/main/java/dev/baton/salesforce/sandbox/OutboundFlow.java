package dev.baton.salesforce.sandbox;

import java.net.URI;
import java.util.List;

/**
 * A flow that tells somebody of records when they are saved.
 *
 * @param fields what it tells of them, besides the id
 * @param onCreate whether new records set it off
 * @param onChangeOf the fields whose changes set it off
 * @param leavesOutIntegration whether what the integration user does sets off nothing, so that
 *     Baton does not hear its own echo
 */
public record OutboundFlow(
    ObjectType type,
    URI target,
    List<String> fields,
    boolean onCreate,
    List<String> onChangeOf,
    boolean leavesOutIntegration) {

  public OutboundFlow {
    fields = List.copyOf(fields);
    onChangeOf = List.copyOf(onChangeOf);
  }

  /** A flow on this object that is set off by nothing yet. */
  public static OutboundFlow on(ObjectType type, URI target) {
    return new OutboundFlow(type, target, List.of(), false, List.of(), false);
  }

  public OutboundFlow sending(String... moreFields) {
    return new OutboundFlow(
        type, target, List.of(moreFields), onCreate, onChangeOf, leavesOutIntegration);
  }

  public OutboundFlow whenCreated() {
    return new OutboundFlow(type, target, fields, true, onChangeOf, leavesOutIntegration);
  }

  public OutboundFlow whenChanged(String... changedFields) {
    return new OutboundFlow(
        type, target, fields, onCreate, List.of(changedFields), leavesOutIntegration);
  }

  public OutboundFlow leavingOutIntegrationUser() {
    return new OutboundFlow(type, target, fields, onCreate, onChangeOf, true);
  }

  /** Whether a change sets it off. */
  boolean isSetOffBy(Change change, String integrationUserId) {
    if (change.record().type() != type) return false;
    if (leavesOutIntegration && change.byUserId().equals(integrationUserId)) return false;
    return change.created() ? onCreate : onChangeOf.stream().anyMatch(change.fields()::contains);
  }
}
