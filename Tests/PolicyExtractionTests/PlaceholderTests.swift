import Testing

@Suite struct PolicyExtractionPlaceholderTests {}
