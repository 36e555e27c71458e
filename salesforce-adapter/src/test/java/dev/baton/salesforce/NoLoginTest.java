package dev.baton.salesforce;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.sforce.soap.partner.Connector;
import com.sforce.soap.partner.PartnerConnection;
import com.sforce.ws.transport.JdkHttpTransport;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What of Salesforce's library must not be used (decision 0022). */
@AnalyzeClasses(packages = "dev.baton.salesforce", importOptions = DoNotIncludeTests.class)
class NoLoginTest {
  /** It logs in by name and password, at a host for Salesforce's tests. */
  @ArchTest
  static final ArchRule nobody_opens_connections_by_the_librarys_connector =
      noClasses().should().dependOnClassesThat().areAssignableTo(Connector.class);

  @ArchTest
  static final ArchRule nobody_logs_in_by_name_and_password =
      noClasses()
          .should()
          .callMethod(PartnerConnection.class, "login", String.class, String.class)
          .orShould()
          .callMethod(com.sforce.ws.ConnectorConfig.class, "setPassword", String.class);

  /** It repeats a POST whose connection broke. */
  @ArchTest
  static final ArchRule nothing_travels_by_the_librarys_transport =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(JdkHttpTransport.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.net.URLConnection.class);

  /** WSC sends them as the day it is in Greenwich. */
  @ArchTest
  static final ArchRule no_day_is_a_java_util_date =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.baton.salesforce.sandbox..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(java.util.Date.class);

  @ArchTest
  static final ArchRule only_the_client_knows_the_library =
      noClasses()
          .that()
          .resideInAnyPackage("dev.baton.salesforce", "dev.baton.salesforce.sandbox..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.sforce..");

  @ArchTest
  static final ArchRule the_sandbox_judges_the_adapter_from_outside =
      noClasses()
          .that()
          .resideInAPackage("dev.baton.salesforce.sandbox..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("dev.baton.salesforce", "dev.baton.salesforce.client..")
                  .and(not(equivalentTo(SalesforceId.class))));
}
