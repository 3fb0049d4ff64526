// The spanset filter of TraceQL: { expression }. Tempo's lexer decides which characters an attribute name may hold.
grammar TraceQl;

query
    : ('{' expression? '}')? EOF
    ;

expression
    : OPEN expression CLOSE               # group
    | NOT expression                      # negation
    | operand operator operand            # comparison
    | operand                             # truth
    | expression '&&' expression          # conjunction
    | expression '||' expression          # disjunction
    ;

operator
    : '=' | '!=' | '>' | '>=' | '<' | '<=' | '=~' | '!~'
    ;

operand
    : ATTRIBUTE                           # attribute
    | WORD                                # word
    | (STRING | RAW_STRING)               # text
    | DURATION                            # duration
    | NUMBER                              # number
    ;

OPEN: '(';
CLOSE: ')';
NOT: '!';
ATTRIBUTE: [a-zA-Z]* '.' ATTRIBUTE_PART+;
WORD: [a-zA-Z]+ (':' [a-zA-Z]+)?;
DURATION: '-'? (DIGITS ('ns' | 'us' | 'µs' | 'μs' | 'ms' | 's' | 'm' | 'h' | 'd'))+;
NUMBER: '-'? DIGITS ([eE] [+-]? [0-9]+)?;
STRING: '"' ('\\' . | ~["\\\r\n])* '"';
RAW_STRING: '`' ~'`'* '`';
SPACE: [ \t\r\n]+ -> skip;
UNKNOWN: .;

fragment DIGITS: [0-9]+ ('.' [0-9]+)?;
fragment ATTRIBUTE_PART: ~[\p{White_Space}{}()=~!<>&|^,"`] | '"' ('\\' . | ~["\\\r\n])* '"';
