namespace NewsAlerts.EndToEnd.Given;

/// <summary>Articles about invented events.</summary>
internal static class Texts
{
    /// <summary>An article that no other number gives.</summary>
    public static string Article(int number) => $"""
        Harbour of Port Ellery opens berth {number}

        The harbour of Port Ellery opened its berth number {number} on Monday after two years of work. Harbour master Ines Calloway
        said the first ferry, the Sandpiper, carried {200 + number} passengers.

        The berth cost 14 million crowns, 2 million less than planned. "We kept the old granite wall," Calloway said. Fishing boats
        will move to the northern quay in October.

        Residents had asked for a footbridge. The council will decide on it in the spring.
        """;
}
