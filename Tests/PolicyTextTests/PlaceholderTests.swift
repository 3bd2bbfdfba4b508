import Testing

@Suite struct PolicyTextPlaceholderTests {}
