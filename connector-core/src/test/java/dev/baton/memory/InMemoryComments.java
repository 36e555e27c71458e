package dev.baton.memory;

import dev.baton.company.CompanyId;
import dev.baton.feedback.Comment;
import dev.baton.feedback.CommentId;
import dev.baton.feedback.Comments;
import dev.baton.lead.LeadId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Comments in memory. */
public final class InMemoryComments implements Comments {
  private final Map<CommentId, Comment> comments = new LinkedHashMap<>();

  @Override
  public synchronized void add(Comment comment) {
    comments.putIfAbsent(comment.id(), comment);
  }

  @Override
  public synchronized Optional<Comment> find(CompanyId company, CommentId id) {
    return Optional.ofNullable(comments.get(id)).filter(c -> c.company().equals(company));
  }

  @Override
  public synchronized List<Comment> of(CompanyId company, LeadId lead) {
    return comments.values().stream()
        .filter(c -> c.company().equals(company) && c.lead().equals(lead))
        .sorted(Comparator.comparing(Comment::at).thenComparing(c -> c.id().value()))
        .toList();
  }

  @Override
  public synchronized int erase(CompanyId company, LeadId lead) {
    List<Comment> erased = of(company, lead);
    erased.forEach(c -> comments.remove(c.id()));
    return erased.size();
  }
}
