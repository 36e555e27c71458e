package dev.baton.store;

class PostgresStoreTest extends StoreContract {

  @Override
  protected StoreUnderTest open() {
    return StoreUnderTest.in(Database.open(Postgres.newDatabase(), "postgres", ""));
  }
}
