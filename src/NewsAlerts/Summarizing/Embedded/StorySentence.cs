using NewsAlerts.Articles;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>A sentence that may become a key point.</summary>
/// <param name="Number">Its index in <see cref="Article.Sentences"/>.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Text">What the key point would say.</param>
/// <param name="WordCount">Words of <paramref name="Text"/>.</param>
/// <param name="Names">The share of its words that have a capital which their place does not give them, 0 to 1.</param>
/// <param name="Quoted">The share of its words that are somebody's, in quotation marks, 0 to 1.</param>
/// <param name="Speaks">Whether somebody speaks for himself in it, outside quotation marks.</param>
/// <param name="IsSaid">Whether it stands within a quotation that begins before it and does not end in it: somebody says it, and nothing in it tells who.</param>
internal sealed record StorySentence(int Number, TextSpan Span, string Text, int WordCount, float Names, float Quoted, bool Speaks, bool IsSaid);
