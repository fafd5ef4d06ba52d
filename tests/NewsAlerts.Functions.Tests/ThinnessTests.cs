using System.Reflection;
using System.Runtime.CompilerServices;
using NewsAlerts.Functions.Tests.Given;

namespace NewsAlerts.Functions.Tests;

/// <summary>Functions adapt; the core decides.</summary>
public class ThinnessTests
{
    [Theory]
    [MemberData(nameof(App.Names), MemberType = typeof(App))]
    public void A_function_class_is_sealed_and_has_one_public_method(string name)
    {
        var function = App.Function(name);

        Assert.True(function.Type.IsSealed);
        Assert.Equal(
            function.Method,
            Assert.Single(function.Type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)));
    }

    [Theory]
    [MemberData(nameof(App.Names), MemberType = typeof(App))]
    public void A_function_decides_nothing(string name)
    {
        var method = App.Function(name).Method;

        Assert.Null(method.GetCustomAttribute<AsyncStateMachineAttribute>());
        Assert.False(Calls.Decide(method));
    }

    [Theory]
    [InlineData(nameof(IngestArticle), "ArticleIngester.IngestAsync")]
    [InlineData(nameof(IngestArticleFromEvent), "ArticleIngester.IngestAsync")]
    [InlineData(nameof(SummarizeArticle), "ArticleSummarizer.SummarizeAsync")]
    [InlineData(nameof(RouteArticle), "ArticleRouter.RouteAsync")]
    [InlineData(nameof(SendDigests), "DigestScheduler.ScheduleDueAsync")]
    [InlineData(nameof(DeliverDigest), "DigestDeliverer.DeliverAsync")]
    [InlineData(nameof(Sweep), "Sweeper.SweepAsync")]
    [InlineData(nameof(Unsubscribe), "UnsubscribePage.AnswerAsync")]
    [InlineData(nameof(Confirm), "ConfirmPage.AnswerAsync")]
    [InlineData(nameof(Pause), "PausePage.AnswerAsync")]
    [InlineData(nameof(Resume), "ResumePage.AnswerAsync")]
    [InlineData(nameof(ReadDigest), "DigestPage.AnswerAsync")]
    public void A_function_is_one_call_into_the_core(string name, string call) =>
        Assert.Equal([call], Calls.IntoTheCore(App.Function(name).Method));

    [Fact]
    public void Health_asks_nothing_but_how_it_is_said() => Assert.Equal(["HealthReport.Up", "HealthReport.Answer"], Calls.IntoTheCore(App.Function(nameof(Health)).Method));
}
