package dev.baton.store;

import dev.baton.agent.AgentId;
import dev.baton.performance.AgentEvent;
import dev.baton.performance.Measure;
import dev.baton.performance.ScoreSum;
import dev.baton.performance.Tally;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * A tally as few bytes: whole numbers in as many bytes as they need, names once each. Measures and
 * kinds are told by name, so that more of them can be added.
 */
final class TallyBytes {
  private static final int VERSION = 1;

  private TallyBytes() {}

  static byte[] write(Tally tally) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      number(out, VERSION);
      names(out, Measure.values());
      names(out, AgentEvent.Kind.values());
      amounts(out, tally.company());
      number(out, tally.responses().leadsBySeconds().size());
      for (Map.Entry<Integer, Long> each : tally.responses().leadsBySeconds().entrySet()) {
        number(out, each.getKey());
        number(out, each.getValue());
      }
      number(out, tally.agents().size());
      for (Map.Entry<AgentId, Map<Measure, Long>> each : tally.agents().entrySet()) {
        out.writeUTF(each.getKey().value());
        amounts(out, each.getValue());
      }
      number(out, tally.scores().size());
      for (Map.Entry<AgentId, ScoreSum> each : tally.scores().entrySet()) {
        out.writeUTF(each.getKey().value());
        score(out, each.getValue());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void names(DataOutputStream out, Enum<?>[] values) throws IOException {
    number(out, values.length);
    for (Enum<?> value : values) out.writeUTF(value.name());
  }

  private static <E extends Enum<E>> void amounts(DataOutputStream out, Map<E, Long> amounts)
      throws IOException {
    number(out, amounts.size());
    for (Map.Entry<E, Long> each : amounts.entrySet()) {
      number(out, each.getKey().ordinal());
      number(out, each.getValue());
    }
  }

  private static void score(DataOutputStream out, ScoreSum sum) throws IOException {
    amounts(out, sum.events());
    number(out, sum.latestLead().map(TallyBytes::micros).orElse(0L));
    number(out, sum.feedback().size());
    for (Map.Entry<Instant, Long> each : sum.feedback().entrySet()) {
      number(out, micros(each.getKey()));
      number(out, each.getValue());
    }
  }

  /** Adds what was written to a tally: its numbers, its scores, or both. */
  static void addTo(Tally tally, byte[] written, boolean numbers, boolean scores) {
    try (var in = new DataInputStream(new ByteArrayInputStream(written))) {
      if (number(in) != VERSION) throw new IllegalStateException("A slice of another version");
      Measure[] measures = new Measure[(int) number(in)];
      for (int i = 0; i < measures.length; i++) measures[i] = Measure.valueOf(in.readUTF());
      AgentEvent.Kind[] kinds = new AgentEvent.Kind[(int) number(in)];
      for (int i = 0; i < kinds.length; i++) kinds[i] = AgentEvent.Kind.valueOf(in.readUTF());
      for (long n = number(in); n > 0; n--) {
        Measure measure = measures[(int) number(in)];
        long amount = number(in);
        if (numbers) tally.add(measure, amount);
      }
      for (long n = number(in); n > 0; n--) {
        int seconds = (int) number(in);
        long leads = number(in);
        if (numbers) tally.responses().add(seconds, leads);
      }
      for (long n = number(in); n > 0; n--) {
        var agent = new AgentId(in.readUTF());
        for (long m = number(in); m > 0; m--) {
          Measure measure = measures[(int) number(in)];
          long amount = number(in);
          if (numbers) tally.add(agent, measure, amount);
        }
      }
      if (!scores) return;
      for (long n = number(in); n > 0; n--) {
        addTo(tally.score(new AgentId(in.readUTF())), in, kinds);
      }
    } catch (IOException damaged) {
      throw new IllegalStateException("A slice of reports cannot be read", damaged);
    }
  }

  private static void addTo(ScoreSum sum, DataInputStream in, AgentEvent.Kind[] kinds)
      throws IOException {
    for (long n = number(in); n > 0; n--) {
      AgentEvent.Kind kind = kinds[(int) number(in)];
      sum.add(kind, number(in));
    }
    long latest = number(in);
    if (latest != 0) sum.hadLead(instant(latest));
    for (long n = number(in); n > 0; n--) {
      Instant at = instant(number(in));
      sum.addFeedback(at, number(in));
    }
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** Seven bits a byte, the sign in the lowest: small numbers are short. */
  private static void number(DataOutputStream out, long value) throws IOException {
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      out.writeByte((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  private static long number(DataInputStream in) throws IOException {
    long value = 0;
    int shift = 0;
    int next;
    do {
      next = in.readByte();
      value |= (long) (next & 0x7F) << shift;
      shift += 7;
    } while ((next & 0x80) != 0);
    return (value >>> 1) ^ -(value & 1);
  }
}
