package dev.baton.delivery;

import dev.baton.crm.CrmNotice;
import dev.baton.crm.CrmWrite;
import dev.baton.crm.WriteResult;
import dev.baton.feedback.Feedback;
import dev.baton.outbox.Promise;
import java.time.Duration;
import java.util.regex.Pattern;

/** What was promised, asked and answered, in words that name no customer and carry no token. */
public final class InWords {
  private static final int LONGEST = 300;
  private static final Pattern EMAIL = Pattern.compile("[\\w.+%-]+@[\\w.-]+\\.\\w+");
  private static final Pattern PHONE = Pattern.compile("\\+?\\d[\\d ()./-]{5,}\\d");
  private static final Pattern TOKEN = Pattern.compile("[\\w~+/=-]{24,}");

  private InWords() {}

  public static String of(Promise promise) {
    return switch (promise) {
      case Promise.TellOffer tell -> "Task of offer " + tell.offer() + " for " + tell.agent();
      case Promise.CloseOffer close -> "End of offer " + close.offer() + ": " + close.outcome();
      case Promise.GiveOwner give -> "Owner " + give.agent();
      case Promise.SayFeedback said -> "Feedback: " + words(said.feedback());
      case Promise.SayComment said -> "Comment " + said.comment();
      case Promise.SayAlert said -> "Alert: " + said.text();
    };
  }

  public static String of(CrmWrite write) {
    return switch (write) {
      case CrmWrite.OfferTask task ->
          "Create a task for owner " + task.owner() + " on " + record(write) + ", " + task.due();
      case CrmWrite.CloseTask close ->
          "Close task "
              + close.taskId().orElse("(to be looked up)")
              + " of "
              + record(write)
              + ": "
              + close.outcome();
      case CrmWrite.SetOwner set -> "Set the owner of " + record(write) + " to " + set.owner();
      case CrmWrite.SetFeedback set ->
          "Set the feedback of " + record(write) + " to " + words(set.feedback());
      case CrmWrite.AddComment add ->
          "Add a comment of " + add.text().length() + " characters to " + record(write);
    };
  }

  public static String of(CrmNotice notice) {
    return switch (notice) {
      case CrmNotice.RecordCreated n -> "Created: " + n.object() + " " + n.id();
      case CrmNotice.RecordChanged n ->
          "Changed: " + n.property() + " of " + n.object() + " " + n.id();
      case CrmNotice.RecordDeleted n -> "Deleted: " + n.object() + " " + n.id();
      case CrmNotice.RecordsMerged n ->
          "Merged: " + n.object() + " " + String.join(", ", n.ids()) + " into " + n.into();
      case CrmNotice.TaskChanged n -> "Changed: task " + n.taskId();
      case CrmNotice.TaskAnswered n -> "Answered: " + n.answer() + " in task " + n.taskId();
      case CrmNotice.OfferAnswered n ->
          "Answered: " + n.answer() + " in " + n.object() + " " + n.id();
      case CrmNotice.NotOurs n -> "Not ours: " + discreet(n.why());
      case CrmNotice.Unreadable n -> "Unreadable: " + discreet(n.why());
    };
  }

  /** One word for the kind of an answer. */
  public static String status(WriteResult result) {
    return switch (result) {
      case WriteResult.Written unused -> "WRITTEN";
      case WriteResult.TryAgain unused -> "TRY_AGAIN";
      case WriteResult.NeedsPerson person -> person.cause().name();
    };
  }

  public static String of(WriteResult result) {
    return switch (result) {
      case WriteResult.Written written ->
          written.taskId().map(task -> "Written as task " + task).orElse("Written");
      case WriteResult.TryAgain again ->
          discreet(again.why())
              + again.notBefore().map(wait -> "; wait " + seconds(wait)).orElse("");
      case WriteResult.NeedsPerson person -> discreet(person.why());
    };
  }

  /**
   * What somebody else wrote, such as a CRM's complaint about a value, without what could be an
   * address, a number or a token of somebody.
   */
  public static String discreet(String words) {
    String without = EMAIL.matcher(words).replaceAll("(e-mail)");
    without = TOKEN.matcher(without).replaceAll("(hidden)");
    without = PHONE.matcher(without).replaceAll("(number)").strip();
    return without.length() <= LONGEST ? without : without.substring(0, LONGEST - 1) + "…";
  }

  private static String record(CrmWrite write) {
    return write.record().object() + " " + write.record().id();
  }

  private static String words(Feedback feedback) {
    return feedback.contact().label()
        + ", "
        + feedback.deal().label()
        + feedback
            .value()
            .map(v -> ", " + v.amount().toPlainString() + " " + v.currency().getCurrencyCode())
            .orElse("");
  }

  private static String seconds(Duration wait) {
    return wait.toSeconds() + " s";
  }
}
