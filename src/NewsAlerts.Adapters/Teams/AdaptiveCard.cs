using System.Text.Json.Serialization;

namespace NewsAlerts.Adapters.Teams;

/// <summary>An Adaptive Card, of what is used here (adaptivecards.io/schemas/adaptive-card.json, 1.5: the newest version that Teams takes).</summary>
public sealed record AdaptiveCard
{
    [JsonPropertyName("$schema")]
    public string Schema { get; } = "http://adaptivecards.io/schemas/adaptive-card.json";

    public string Type { get; } = "AdaptiveCard";

    public string Version { get; } = "1.5";

    /// <summary>What a client shows that does not know this version.</summary>
    public required string FallbackText { get; init; }

    /// <summary>The whole width of the channel.</summary>
    public TeamsLayout Msteams { get; } = new("Full");

    public required IReadOnlyList<CardElement> Body { get; init; }
}

/// <param name="Width">"Full", or the default, narrow.</param>
public sealed record TeamsLayout(string Width);

/// <summary>The elements of a card.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
public abstract record CardElement
{
    private CardElement()
    {
    }

    /// <summary>How far below the one before: "none", "small", or null for the default.</summary>
    public string? Spacing { get; init; }

    /// <summary>Whether a line stands above it; null for no.</summary>
    public bool? Separator { get; init; }

    public sealed record Container(IReadOnlyList<CardElement> Items) : CardElement
    {
        /// <summary>Whether its content runs from right to left; null for as the client has it.</summary>
        public bool? Rtl { get; init; }
    }

    public sealed record RichTextBlock(IReadOnlyList<TextRun> Inlines) : CardElement;
}

/// <summary>A run of text. Markdown in it is not recognised (adaptivecards.io, "TextRun").</summary>
public sealed record TextRun(string Text)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "TextRun";

    /// <summary>The text, in which no date function, <c>{{DATE(…)}}</c>, is left to be evaluated.</summary>
    public string Text { get; } = Plain(Text);

    public string? Size { get; init; }

    public string? Weight { get; init; }

    public string? Color { get; init; }

    public bool? IsSubtle { get; init; }

    public bool? Italic { get; init; }

    /// <summary>Where a click leads; null for nowhere.</summary>
    public OpenUrl? SelectAction { get; init; }

    /// <summary>An invisible word joiner between two braces: functions begin with both.</summary>
    internal static string Plain(string text) => text.Replace("{{", "{\u2060{", StringComparison.Ordinal);
}

/// <param name="Url">http or https.</param>
public sealed record OpenUrl(string Url)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "Action.OpenUrl";
}
