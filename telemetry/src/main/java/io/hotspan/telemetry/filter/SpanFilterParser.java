package io.hotspan.telemetry.filter;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads the spanset filter of TraceQL: <code>{ resource.service.name = "cart" &amp;&amp; duration &gt; 1s }</code>.
 * Pipelines, structural operators, aggregates and arithmetic are not part of it and are refused.
 *
 * @see <a href="https://grafana.com/docs/tempo/latest/traceql/">TraceQL</a>
 */
public final class SpanFilterParser {
    /** Longer filters are refused: nobody types one, and a parser should not be fed for free. */
    static final int MAX_LENGTH = 10_000;

    private static final int MAX_DEPTH = 100;

    private SpanFilterParser() {}

    /**
     * The filter that {@code text} means; an empty text and <code>{}</code> match every span.
     *
     * @throws SpanFilterSyntaxException if the text is not such a filter
     */
    public static SpanFilter parse(String text) throws SpanFilterSyntaxException {
        if (text.length() > MAX_LENGTH) {
            throw new SpanFilterSyntaxException(MAX_LENGTH + 1, "a filter has at most " + MAX_LENGTH + " characters");
        }
        TraceQlLexer lexer = new TraceQlLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        refuseDeepNesting(tokens);
        TraceQlParser parser = new TraceQlParser(tokens);
        FirstError error = new FirstError(text);
        parser.removeErrorListeners();
        parser.addErrorListener(error);
        TraceQlParser.QueryContext query = parser.query();
        if (error.found != null) {
            throw error.found;
        }
        if (query.expression() == null) {
            return new SpanFilter.All();
        }
        try {
            return new SpanFilterBuilder().visit(query.expression());
        } catch (SpanFilterBuilder.Refusal refusal) {
            throw new SpanFilterSyntaxException(refusal.column(), refusal.reason());
        }
    }

    /** The generated parser descends once a bracket, so a long row of them would end in a stack overflow. */
    private static void refuseDeepNesting(CommonTokenStream tokens) throws SpanFilterSyntaxException {
        tokens.fill();
        int depth = 0;
        for (Token token : tokens.getTokens()) {
            switch (token.getType()) {
                case TraceQlLexer.OPEN, TraceQlLexer.NOT -> depth++;
                case TraceQlLexer.CLOSE -> depth--;
                default -> {}
            }
            if (depth > MAX_DEPTH) {
                throw new SpanFilterSyntaxException(
                        token.getStartIndex() + 1,
                        "a filter has at most " + MAX_DEPTH + " nested brackets and negations");
            }
        }
    }

    /** Only the first error is of use: what follows it is mostly its consequence. */
    private static final class FirstError extends BaseErrorListener {
        private final String text;
        private @Nullable SpanFilterSyntaxException found;

        FirstError(String text) {
            this.text = text;
        }

        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                @Nullable Object offending,
                int line,
                int charPositionInLine,
                String message,
                @Nullable RecognitionException cause) {
            if (found != null) {
                return;
            }
            int offset = offending instanceof Token token ? token.getStartIndex() : charPositionInLine;
            found = new SpanFilterSyntaxException(offset + 1, SyntaxAdvice.of(text, offset));
        }
    }
}
