package dev.baton;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

/** The arrows of the house: which package may know which. A new arrow is a decision. */
@AnalyzeClasses(packages = "dev.baton", importOptions = DoNotIncludeTests.class)
class ArrowsTest {
  private static ArchRule only(String from, String... to) {
    DescribedPredicate<JavaClass> allowed =
        resideInAPackage("dev.baton." + from)
            .or(DescribedPredicate.not(resideInAPackage("dev.baton..")));
    for (String each : to) allowed = allowed.or(resideInAPackage("dev.baton." + each));
    return classes()
        .that()
        .resideInAPackage("dev.baton." + from)
        .should()
        .onlyDependOnClassesThat(allowed)
        .as(from + " knows only " + Arrays.toString(to));
  }

  @ArchTest static final ArchRule company = only("company");
  @ArchTest static final ArchRule account = only("account", "agent", "company");
  @ArchTest static final ArchRule lead = only("lead", "company");
  @ArchTest static final ArchRule agent = only("agent", "company");
  @ArchTest static final ArchRule tag = only("tag", "lead", "agent", "company");
  @ArchTest static final ArchRule routing = only("routing", "tag", "lead", "agent", "company");

  @ArchTest
  static final ArchRule rotation =
      only("rotation", "routing", "tag", "feedback", "lead", "agent", "company");

  /** Feedback is part of a lead's one history; see decision 11. */
  @ArchTest static final ArchRule feedback = only("feedback", "lead", "agent", "company");

  @ArchTest static final ArchRule crm = only("crm", "feedback", "lead", "agent", "company");
  @ArchTest static final ArchRule inbox = only("inbox", "crm", "lead", "agent", "company");

  @ArchTest
  static final ArchRule outbox =
      only("outbox", "crm", "feedback", "lead", "agent", "company", "rotation");

  /** What people look at is told in words of both sides; nothing but flow and store knows it. */
  @ArchTest
  static final ArchRule delivery =
      only("delivery", "outbox", "inbox", "crm", "feedback", "lead", "agent", "company");

  /** What people are told is values; who tells them, and how, is elsewhere. */
  @ArchTest static final ArchRule message = only("message", "lead", "agent", "company");

  @ArchTest
  static final ArchRule ledger =
      only(
          "ledger",
          "message",
          "outbox",
          "inbox",
          "rotation",
          "routing",
          "performance",
          "tag",
          "feedback",
          "lead",
          "agent",
          "company");

  /** Drafts are compared and tried out with values alone. */
  @ArchTest
  static final ArchRule review = only("review", "routing", "tag", "lead", "agent", "company");

  /** Scores come in as facts: nothing that decides knows how they are made. */
  @ArchTest
  static final ArchRule performance =
      only("performance", "rotation", "routing", "tag", "feedback", "lead", "agent", "company");

  @ArchTest
  static final ArchRule flow_knows_no_store =
      noClasses()
          .that()
          .resideInAPackage("dev.baton.flow")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.baton.store");

  @ArchTest
  static final ArchRule store_knows_no_flow =
      noClasses()
          .that()
          .resideInAPackage("dev.baton.store")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.baton.flow");

  @ArchTest
  static final ArchRule sql_is_in_the_store_and_only_there =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.baton.store")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "com.zaxxer..");

  @ArchTest
  static final ArchRule decisions_are_pure =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.baton.tag",
              "dev.baton.routing",
              "dev.baton.rotation",
              "dev.baton.lead",
              "dev.baton.review")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.Clock")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.util.UUID.class, "randomUUID")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.util.random..");
}
