using System.Text.Json.Nodes;

namespace NewsAlerts.Tests.Adapters.Chats;

/// <summary>Reads a payload and holds it to what its vendor documents; a property that is not documented fails.</summary>
internal static class Payload
{
    public static JsonObject Parse(byte[] body) => JsonNode.Parse(body)!.AsObject();

    public static string TypeOf(JsonNode? node) => node!["type"]!.GetValue<string>();

    public static string Text(JsonNode? node, string name) => node![name]!.GetValue<string>();

    /// <summary>A text of 1 to <paramref name="max"/> UTF-16 code units.</summary>
    public static string Text(JsonNode? node, string name, int max)
    {
        var text = Text(node, name);
        Assert.InRange(text.Length, 1, max);
        return text;
    }

    public static JsonArray List(JsonNode? node, string name, int min, int max)
    {
        var list = node![name]!.AsArray();
        Assert.InRange(list.Count, min, max);
        return list;
    }

    /// <summary>It has all of <paramref name="required"/>, and besides nothing but <paramref name="optional"/>.</summary>
    public static void Has(JsonNode? node, string[] required, params string[] optional)
    {
        var names = node!.AsObject().Select(property => property.Key).ToList();
        Assert.All(required, name => Assert.Contains(name, names));
        Assert.Empty(names.Except(required).Except(optional));
    }

    /// <summary>An address that may be linked: http or https, absolute, ASCII.</summary>
    public static void IsWebAddress(string text, int max)
    {
        Assert.InRange(text.Length, 8, max);
        Assert.True(Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https", text);
        Assert.All(text, c => Assert.True(char.IsAscii(c)));
    }
}
