using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace NewsAlerts.Telemetry;

/// <summary>How values stand in attributes.</summary>
public static class Tag
{
    /// <summary><c>RoundUp</c> as <c>round_up</c>.</summary>
    public static string Of<T>(T value) where T : struct, Enum => Names<T>.Known.GetOrAdd(value, static one => JsonNamingPolicy.SnakeCaseLower.ConvertName(one.ToString()));

    /// <summary>What is said of an operation on a queue's message, with the type of what it failed with.</summary>
    public static TagList OfMessage(string operation, string queue, Exception? exception)
    {
        var tags = new TagList
        {
            { "messaging.system", Tracing.MessagingSystem },
            { "messaging.destination.name", queue },
            { "messaging.operation.name", operation },
        };
        if (exception is not null)
        {
            tags.Add("error.type", exception.GetType().FullName);
        }

        return tags;
    }

    private static class Names<T> where T : struct, Enum
    {
        public static readonly ConcurrentDictionary<T, string> Known = new();
    }
}
