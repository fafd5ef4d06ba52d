using System.Text.Json.Serialization;

namespace NewsAlerts.Local.Diagnosing;

/// <summary>What was looked at, how it stands, and what to do about it.</summary>
/// <param name="Check">What was looked at, such as <c>mail server</c>.</param>
/// <param name="Verdict">How it stands.</param>
/// <param name="Seen">What was seen; nothing that is secret.</param>
/// <param name="Remedy">What to do; null where nothing is to be done.</param>
internal sealed record Finding(string Check, Verdict Verdict, string Seen, string? Remedy = null)
{
    public static Finding Ok(string check, string seen) => new(check, Verdict.Ok, seen);

    public static Finding Warning(string check, string seen, string remedy) => new(check, Verdict.Warning, seen, remedy);

    public static Finding Problem(string check, string seen, string remedy) => new(check, Verdict.Problem, seen, remedy);
}

/// <summary>How something stands, from good to bad.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
internal enum Verdict
{
    [JsonStringEnumMemberName("ok")]
    Ok,

    /// <summary>It works, and somebody should know something about it.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,

    /// <summary>It does not work.</summary>
    [JsonStringEnumMemberName("problem")]
    Problem,
}
