package dev.baton.server.page;

import dev.baton.company.TokenHash;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Style, script and pictures of the pages; their address changes with their content. */
public final class Assets {
  private record Asset(String type, byte[] bytes, String version) {}

  private static final Map<String, Asset> ALL = load();

  private Assets() {}

  private static Map<String, Asset> load() {
    var all = new TreeMap<String, Asset>();
    add(all, "baton.css", "text/css; charset=utf-8", "/assets/baton.css");
    add(all, "book.css", "text/css; charset=utf-8", "/assets/book.css");
    add(all, "dashboard.css", "text/css; charset=utf-8", "/assets/dashboard.css");
    add(all, "leads.css", "text/css; charset=utf-8", "/assets/leads.css");
    add(all, "setup.css", "text/css; charset=utf-8", "/assets/setup.css");
    add(all, "site.css", "text/css; charset=utf-8", "/assets/site.css");
    add(all, "my.css", "text/css; charset=utf-8", "/assets/my.css");
    add(all, "baton.svg", "image/svg+xml", "/assets/baton.svg");
    add(all, "my.js", "text/javascript; charset=utf-8", "/assets/my.js");
    add(all, "offer.js", "text/javascript; charset=utf-8", "/assets/offer.js");
    add(
        all,
        "htmx.js",
        "text/javascript; charset=utf-8",
        "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js");
    return all;
  }

  private static void add(Map<String, Asset> all, String name, String type, String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) throw new IllegalStateException("No asset " + resource);
      byte[] bytes = in.readAllBytes();
      byte[] hash = TokenHash.of(new String(bytes, StandardCharsets.ISO_8859_1));
      all.put(name, new Asset(type, bytes, HexFormat.of().formatHex(hash, 0, 6)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Where a page finds the asset. */
  public static String address(String name) {
    return "/assets/" + asset(name).version + "/" + name;
  }

  private static Asset asset(String name) {
    Asset asset = ALL.get(name);
    if (asset == null) throw Problem.notFound("There is no such file.");
    return asset;
  }

  public static List<Route> routes() {
    return List.of(Route.get("/assets/{version}/{name}", Access.ANYBODY, Assets::asset));
  }

  private static Answer asset(Question question) {
    Asset asset = asset(question.path().getOrDefault("name", ""));
    return new Answer(
        200,
        Map.of("Content-Type", asset.type, "Cache-Control", "public, max-age=31536000, immutable"),
        asset.bytes);
  }
}
