using System.Globalization;
using NewsAlerts.Articles;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Functions.Tests;

/// <summary>What the worker binds a queue message with. A failure to bind ends in the poison queue.</summary>
public class MessageBindingTests
{
    private static readonly ArticleId Article = ArticleId.Parse(new string('a', 26), CultureInfo.InvariantCulture);

    [Fact]
    public void A_message_that_the_core_wrote_binds() =>
        Assert.Equal(new SummarizeRequest(Article), Bind($$"""{"articleId":"{{Article}}","version":1}"""));

    [Theory]
    [InlineData("""{"articleId":"aaaaaaaaaaaaaaaaaaaaaaaaaa","version":2}""")]
    [InlineData("""{"articleId":"aaaaaaaaaaaaaaaaaaaaaaaaaa"}""")]
    [InlineData("""{"articleId":"no id","version":1}""")]
    [InlineData("""{"articleId":null,"version":1}""")]
    [InlineData("""{"version":1}""")]
    [InlineData("not JSON")]
    [InlineData("")]
    public void A_message_that_it_did_not_write_fails_to_bind(string message) => Assert.ThrowsAny<Exception>(() => Bind(message));

    [Fact]
    public void The_worker_may_send_its_own_types_through_the_same_serializer() =>
        Assert.Equal("""{"name":"n"}""", FunctionsApp.MessageSerializer.Serialize(new { Name = "n" }, cancellationToken: default).ToString());

    private static object? Bind(string message)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(message));
        return FunctionsApp.MessageSerializer.Deserialize(stream, typeof(SummarizeRequest), CancellationToken.None);
    }
}
