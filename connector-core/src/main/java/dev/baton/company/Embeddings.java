package dev.baton.company;

import java.util.List;

/** Which sites may show a company's pages in frames of theirs; none unless an admin says so. */
public interface Embeddings {
  List<Origin> of(CompanyId company);

  /** These and no others from now on. */
  void replace(CompanyId company, List<Origin> origins);
}
