import Testing

@Suite struct PolicyLexiconsPlaceholderTests {}
