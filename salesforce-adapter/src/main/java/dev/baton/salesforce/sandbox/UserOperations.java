package dev.baton.salesforce.sandbox;

/** Says who is asking, and what time it is. */
final class UserOperations {
  private static final String NO_PROFILE = "00e000000000001AAA";

  private UserOperations() {}

  static void getUserInfo(Question question, Markup results) {
    SandboxUser user = question.records().users().find(question.userId()).orElseThrow();
    results.open("result").leaf("accessibilityMode", false).leaf("chatterExternal", false);
    results.leaf("currencySymbol", "€").leaf("orgAttachmentFileSizeLimit", 26_214_400);
    results.leaf("orgDefaultCurrencyIsoCode", "EUR").nil("orgDefaultCurrencyLocale");
    results.leaf("orgDisallowHtmlAttachments", false).leaf("orgHasPersonAccounts", false);
    results.leaf("organizationId", question.org().id());
    results.leaf("organizationMultiCurrency", false);
    results.leaf("organizationName", question.org().name()).leaf("profileId", NO_PROFILE);
    results.nil("roleId").leaf("sessionSecondsValid", 7200).nil("userDefaultCurrencyIsoCode");
    results.leaf("userEmail", user.email()).leaf("userFullName", user.name());
    results.leaf("userId", user.id()).leaf("userLanguage", "en_US").leaf("userLocale", "en_US");
    results.leaf("userName", user.username()).leaf("userTimeZone", "Europe/Berlin");
    results.leaf("userType", "Standard").leaf("userUiSkin", "Theme3").close("result");
  }

  static void getServerTimestamp(Question question, Markup results) {
    results.open("result");
    results.leaf("timestamp", FieldValue.of(question.records().now())).close("result");
  }
}
