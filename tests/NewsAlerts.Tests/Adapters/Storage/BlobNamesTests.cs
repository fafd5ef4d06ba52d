using Azure.Storage.Blobs;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Fuzz.Inputs;

namespace NewsAlerts.Tests.Adapters.Storage;

public sealed class BlobNamesTests
{
    private static readonly BlobContainerClient Articles = new(
        new Uri("http://127.0.0.1:10000/devstoreaccount1/articles"), new BlobClientOptions { TrimBlobNameSlashes = false });

    public static TheoryData<string> Names => [.. NameInputs.All.Select(input => input.File), @"AC\DC.txt", "/a.txt", "a.", "x..", "%2e%2e/a.txt"];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_leads_to_its_own_blob(string name) => Assert.Equal(("articles", name), Parts(Articles.Blob(name)));

    [Theory]
    [InlineData("a/../../templates/digest.html")]
    [InlineData(@"a\..\..\templates\digest.html")]
    [InlineData("../templates/digest.html")]
    [InlineData("a/./b.txt")]
    [InlineData("a/..")]
    [InlineData("..")]
    public void A_name_that_would_lead_elsewhere_leads_nowhere(string name) => Assert.Throws<ArgumentException>(() => Articles.Blob(name));

    private static (string, string) Parts(BlobClient blob) => (blob.BlobContainerName, blob.Name);
}
