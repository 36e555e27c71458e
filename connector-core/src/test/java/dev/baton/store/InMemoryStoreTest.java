package dev.baton.store;

class InMemoryStoreTest extends StoreContract {

  @Override
  protected StoreUnderTest open() {
    return StoreUnderTest.inMemory();
  }
}
