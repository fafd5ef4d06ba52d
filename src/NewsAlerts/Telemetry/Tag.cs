using System.Collections.Concurrent;
using System.Text.Json;

namespace NewsAlerts.Telemetry;

/// <summary>How a value of an enumeration stands in an attribute.</summary>
public static class Tag
{
    /// <summary><c>RoundUp</c> as <c>round_up</c>.</summary>
    public static string Of<T>(T value) where T : struct, Enum => Names<T>.Known.GetOrAdd(value, static one => JsonNamingPolicy.SnakeCaseLower.ConvertName(one.ToString()));

    private static class Names<T> where T : struct, Enum
    {
        public static readonly ConcurrentDictionary<T, string> Known = new();
    }
}
