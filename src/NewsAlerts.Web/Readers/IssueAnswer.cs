using Microsoft.AspNetCore.Http;

namespace NewsAlerts.Web.Readers;

/// <summary>Answers a request with a page of an issue.</summary>
internal sealed class IssueAnswer(IssueView issue, ComponentRenderer components) : HtmlAnswer
{
    public override int Status => StatusCodes.Status200OK;

    protected override string StyleHash => IssueStyle.Hash;

    protected override Task<string> RenderAsync() => components.RenderAsync<IssuePage>(new() { [nameof(IssuePage.Issue)] = issue });
}
