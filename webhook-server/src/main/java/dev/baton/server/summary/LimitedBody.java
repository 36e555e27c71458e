package dev.baton.server.summary;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Takes an answer as long as it is short enough; of a longer one the rest is not even read. */
final class LimitedBody implements BodySubscriber<byte[]> {
  private final BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
  private long left;
  private @Nullable Subscription subscription;

  /**
   * @param longest in bytes
   */
  LimitedBody(long longest) {
    this.left = longest;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole.getBody();
  }

  @Override
  public void onSubscribe(Subscription begun) {
    subscription = begun;
    whole.onSubscribe(begun);
  }

  @Override
  public void onNext(List<ByteBuffer> more) {
    if (left < 0) return;
    for (ByteBuffer each : more) left -= each.remaining();
    if (left >= 0) {
      whole.onNext(more);
    } else {
      if (subscription != null) subscription.cancel();
      whole.onError(new TooLong());
    }
  }

  @Override
  public void onError(Throwable failed) {
    whole.onError(failed);
  }

  @Override
  public void onComplete() {
    whole.onComplete();
  }

  /** There was more than we read. */
  static final class TooLong extends IOException {
    TooLong() {
      super("The answer is too long");
    }
  }
}
