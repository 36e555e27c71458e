package dev.baton.feedback;

import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import java.util.List;
import java.util.Optional;

/** Where comments are kept, apart from the history, so that they can be erased. */
public interface Comments {
  /** Keeps a comment; one that is kept already stays as it is. */
  void add(Comment comment);

  Optional<Comment> find(CompanyId company, CommentId id);

  /** Everything said about a lead, oldest first. */
  List<Comment> of(CompanyId company, LeadId lead);

  /** Erases everything said about a lead; answers how much that was. */
  int erase(CompanyId company, LeadId lead);
}
