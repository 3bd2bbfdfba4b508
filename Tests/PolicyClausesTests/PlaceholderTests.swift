import Testing

@Suite struct PolicyClausesPlaceholderTests {}
