package dev.baton.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the modules: adapters know what is asked of a CRM, pages know values. */
@AnalyzeClasses(packages = "dev.baton", importOptions = DoNotIncludeTests.class)
class HouseTest {
  @ArchTest
  static final ArchRule adapters_know_the_connector_interface_and_values_only =
      noClasses()
          .that()
          .resideInAnyPackage("dev.baton.hubspot..", "dev.baton.salesforce..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.baton.rotation..",
              "dev.baton.routing..",
              "dev.baton.flow..",
              "dev.baton.store..",
              "dev.baton.ledger..",
              "dev.baton.inbox..",
              "dev.baton.outbox..",
              "dev.baton.delivery..",
              "dev.baton.server..");

  @ArchTest
  static final ArchRule hubspot_does_not_know_salesforce =
      noClasses()
          .that()
          .resideInAPackage("dev.baton.hubspot..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.baton.salesforce..");

  @ArchTest
  static final ArchRule salesforce_does_not_know_hubspot =
      noClasses()
          .that()
          .resideInAPackage("dev.baton.salesforce..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.baton.hubspot..");

  @ArchTest
  static final ArchRule the_sandbox_judges_the_adapter_from_outside =
      noClasses()
          .that()
          .resideInAPackage("dev.baton.hubspot.sandbox..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.baton.hubspot", "dev.baton.hubspot.client..");

  @ArchTest
  static final ArchRule pages_and_api_do_not_know_the_store =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.baton.server.page..",
              "dev.baton.server.people..",
              "dev.baton.server.book..",
              "dev.baton.server.leads..",
              "dev.baton.server.setup..",
              "dev.baton.server.deliveries..",
              "dev.baton.server.summary..",
              "dev.baton.server.api..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.baton.store..");

  @ArchTest
  static final ArchRule the_core_knows_no_crm_no_http_server_and_no_scheduler =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.baton.company..",
              "dev.baton.lead..",
              "dev.baton.agent..",
              "dev.baton.tag..",
              "dev.baton.routing..",
              "dev.baton.rotation..",
              "dev.baton.crm..",
              "dev.baton.inbox..",
              "dev.baton.outbox..",
              "dev.baton.delivery..",
              "dev.baton.ledger..",
              "dev.baton.message..",
              "dev.baton.flow..",
              "dev.baton.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.baton.hubspot..",
              "dev.baton.salesforce..",
              "dev.baton.server..",
              "jakarta..",
              "org.eclipse.jetty..",
              "org.quartz..");

  @ArchTest
  static final ArchRule only_the_demonstration_and_its_command_know_the_sandbox =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.baton.server.demo..", "dev.baton.hubspot.sandbox..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.baton.hubspot.sandbox..");
}
